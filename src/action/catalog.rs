// Written by `cargo xtask gen` from the files beside this one. Do not edit.
//! Every Action, by name.

use super::Action;

#[path = "app_bind_sub_device_in_family.rs"]
pub mod app_bind_sub_device_in_family;
#[path = "app_bind_user_share_device.rs"]
pub mod app_bind_user_share_device;
#[path = "app_call_device_action_async.rs"]
pub mod app_call_device_action_async;
#[path = "app_call_device_action_sync.rs"]
pub mod app_call_device_action_sync;
#[path = "app_check_firmware_update.rs"]
pub mod app_check_firmware_update;
#[path = "app_control_device_data.rs"]
pub mod app_control_device_data;
#[path = "app_control_device_resource.rs"]
pub mod app_control_device_resource;
#[path = "app_create_automation.rs"]
pub mod app_create_automation;
#[path = "app_create_cellphone_user.rs"]
pub mod app_create_cellphone_user;
#[path = "app_create_device_bind_token.rs"]
pub mod app_create_device_bind_token;
#[path = "app_create_email_user.rs"]
pub mod app_create_email_user;
#[path = "app_create_family.rs"]
pub mod app_create_family;
#[path = "app_create_fence.rs"]
pub mod app_create_fence;
#[path = "app_create_product_resource.rs"]
pub mod app_create_product_resource;
#[path = "app_create_room.rs"]
pub mod app_create_room;
#[path = "app_create_scene.rs"]
pub mod app_create_scene;
#[path = "app_create_share_device_token.rs"]
pub mod app_create_share_device_token;
#[path = "app_create_timer.rs"]
pub mod app_create_timer;
#[path = "app_delete_automation.rs"]
pub mod app_delete_automation;
#[path = "app_delete_device_in_family.rs"]
pub mod app_delete_device_in_family;
#[path = "app_delete_family.rs"]
pub mod app_delete_family;
#[path = "app_delete_family_member.rs"]
pub mod app_delete_family_member;
#[path = "app_delete_fence.rs"]
pub mod app_delete_fence;
#[path = "app_delete_message.rs"]
pub mod app_delete_message;
#[path = "app_delete_room.rs"]
pub mod app_delete_room;
#[path = "app_delete_scene.rs"]
pub mod app_delete_scene;
#[path = "app_delete_timer.rs"]
pub mod app_delete_timer;
#[path = "app_describe_automation.rs"]
pub mod app_describe_automation;
#[path = "app_describe_device_resource.rs"]
pub mod app_describe_device_resource;
#[path = "app_describe_family.rs"]
pub mod app_describe_family;
#[path = "app_describe_firmware_update_status.rs"]
pub mod app_describe_firmware_update_status;
#[path = "app_describe_share_device_token.rs"]
pub mod app_describe_share_device_token;
#[path = "app_exit_family.rs"]
pub mod app_exit_family;
#[path = "app_gateway_unbind_device.rs"]
pub mod app_gateway_unbind_device;
#[path = "app_get_automation_list.rs"]
pub mod app_get_automation_list;
#[path = "app_get_device_aggs_data.rs"]
pub mod app_get_device_aggs_data;
#[path = "app_get_device_bind_token_state.rs"]
pub mod app_get_device_bind_token_state;
#[path = "app_get_device_data.rs"]
pub mod app_get_device_data;
#[path = "app_get_device_data_history.rs"]
pub mod app_get_device_data_history;
#[path = "app_get_device_in_family.rs"]
pub mod app_get_device_in_family;
#[path = "app_get_device_location.rs"]
pub mod app_get_device_location;
#[path = "app_get_device_location_history.rs"]
pub mod app_get_device_location_history;
#[path = "app_get_device_statuses.rs"]
pub mod app_get_device_statuses;
#[path = "app_get_family_device_list.rs"]
pub mod app_get_family_device_list;
#[path = "app_get_family_list.rs"]
pub mod app_get_family_list;
#[path = "app_get_family_member_list.rs"]
pub mod app_get_family_member_list;
#[path = "app_get_family_sub_device_list.rs"]
pub mod app_get_family_sub_device_list;
#[path = "app_get_fence_event_list.rs"]
pub mod app_get_fence_event_list;
#[path = "app_get_fence_list.rs"]
pub mod app_get_fence_list;
#[path = "app_get_gateway_bind_device_list.rs"]
pub mod app_get_gateway_bind_device_list;
#[path = "app_get_messages.rs"]
pub mod app_get_messages;
#[path = "app_get_multi_device_bind_token_state.rs"]
pub mod app_get_multi_device_bind_token_state;
#[path = "app_get_products.rs"]
pub mod app_get_products;
#[path = "app_get_resource_download_url.rs"]
pub mod app_get_resource_download_url;
#[path = "app_get_resource_upload_u_r_l.rs"]
pub mod app_get_resource_upload_u_r_l;
#[path = "app_get_room_list.rs"]
pub mod app_get_room_list;
#[path = "app_get_scene_list.rs"]
pub mod app_get_scene_list;
#[path = "app_get_timer_list.rs"]
pub mod app_get_timer_list;
#[path = "app_get_token.rs"]
pub mod app_get_token;
#[path = "app_get_token_by_wei_xin.rs"]
pub mod app_get_token_by_wei_xin;
#[path = "app_get_user.rs"]
pub mod app_get_user;
#[path = "app_get_user_setting.rs"]
pub mod app_get_user_setting;
#[path = "app_invite_member.rs"]
pub mod app_invite_member;
#[path = "app_join_family.rs"]
pub mod app_join_family;
#[path = "app_kugou_device_command.rs"]
pub mod app_kugou_device_command;
#[path = "app_kugou_user_command.rs"]
pub mod app_kugou_user_command;
#[path = "app_list_event_history.rs"]
pub mod app_list_event_history;
#[path = "app_list_share_device_users.rs"]
pub mod app_list_share_device_users;
#[path = "app_list_user_share_devices.rs"]
pub mod app_list_user_share_devices;
#[path = "app_logout_user.rs"]
pub mod app_logout_user;
#[path = "app_modify_automation.rs"]
pub mod app_modify_automation;
#[path = "app_modify_automation_status.rs"]
pub mod app_modify_automation_status;
#[path = "app_modify_family.rs"]
pub mod app_modify_family;
#[path = "app_modify_family_device_room.rs"]
pub mod app_modify_family_device_room;
#[path = "app_modify_fence.rs"]
pub mod app_modify_fence;
#[path = "app_modify_fence_status.rs"]
pub mod app_modify_fence_status;
#[path = "app_modify_room.rs"]
pub mod app_modify_room;
#[path = "app_modify_scene.rs"]
pub mod app_modify_scene;
#[path = "app_modify_timer.rs"]
pub mod app_modify_timer;
#[path = "app_modify_timer_status.rs"]
pub mod app_modify_timer_status;
#[path = "app_publish_firmware_update_message.rs"]
pub mod app_publish_firmware_update_message;
#[path = "app_publish_msg_as_device.rs"]
pub mod app_publish_msg_as_device;
#[path = "app_publish_r_r_p_c_message.rs"]
pub mod app_publish_r_r_p_c_message;
#[path = "app_remove_share_device_user.rs"]
pub mod app_remove_share_device_user;
#[path = "app_remove_user_share_device.rs"]
pub mod app_remove_user_share_device;
#[path = "app_report_data_as_device.rs"]
pub mod app_report_data_as_device;
#[path = "app_report_device_event.rs"]
pub mod app_report_device_event;
#[path = "app_reset_password_by_cellphone.rs"]
pub mod app_reset_password_by_cellphone;
#[path = "app_reset_password_by_email.rs"]
pub mod app_reset_password_by_email;
#[path = "app_run_scene.rs"]
pub mod app_run_scene;
#[path = "app_secure_add_device_in_family.rs"]
pub mod app_secure_add_device_in_family;
#[path = "app_send_email_verification_code.rs"]
pub mod app_send_email_verification_code;
#[path = "app_send_share_device_invite.rs"]
pub mod app_send_share_device_invite;
#[path = "app_send_share_family_invite.rs"]
pub mod app_send_share_family_invite;
#[path = "app_send_verification_code.rs"]
pub mod app_send_verification_code;
#[path = "app_sig_bind_device_in_family.rs"]
pub mod app_sig_bind_device_in_family;
#[path = "app_sig_gateway_bind_device.rs"]
pub mod app_sig_gateway_bind_device;
#[path = "app_token_bind_device_family.rs"]
pub mod app_token_bind_device_family;
#[path = "app_update_device_in_family.rs"]
pub mod app_update_device_in_family;
#[path = "app_update_user.rs"]
pub mod app_update_user;
#[path = "app_update_user_setting.rs"]
pub mod app_update_user_setting;
#[path = "iot_video_describe_cloud_storage_date.rs"]
pub mod iot_video_describe_cloud_storage_date;
#[path = "iot_video_describe_cloud_storage_events.rs"]
pub mod iot_video_describe_cloud_storage_events;
#[path = "iot_video_describe_cloud_storage_stream_data.rs"]
pub mod iot_video_describe_cloud_storage_stream_data;
#[path = "iot_video_describe_cloud_storage_thumbnail.rs"]
pub mod iot_video_describe_cloud_storage_thumbnail;
#[path = "iot_video_describe_cloud_storage_time.rs"]
pub mod iot_video_describe_cloud_storage_time;
#[path = "iot_video_generate_signed_video_u_r_l.rs"]
pub mod iot_video_generate_signed_video_u_r_l;

/// Every Action, by name.
pub const ALL: &[&Action] = &[
    &app_bind_sub_device_in_family::ACTION,
    &app_bind_user_share_device::ACTION,
    &app_call_device_action_async::ACTION,
    &app_call_device_action_sync::ACTION,
    &app_check_firmware_update::ACTION,
    &app_control_device_data::ACTION,
    &app_control_device_resource::ACTION,
    &app_create_automation::ACTION,
    &app_create_cellphone_user::ACTION,
    &app_create_device_bind_token::ACTION,
    &app_create_email_user::ACTION,
    &app_create_family::ACTION,
    &app_create_fence::ACTION,
    &app_create_product_resource::ACTION,
    &app_create_room::ACTION,
    &app_create_scene::ACTION,
    &app_create_share_device_token::ACTION,
    &app_create_timer::ACTION,
    &app_delete_automation::ACTION,
    &app_delete_device_in_family::ACTION,
    &app_delete_family::ACTION,
    &app_delete_family_member::ACTION,
    &app_delete_fence::ACTION,
    &app_delete_message::ACTION,
    &app_delete_room::ACTION,
    &app_delete_scene::ACTION,
    &app_delete_timer::ACTION,
    &app_describe_automation::ACTION,
    &app_describe_device_resource::ACTION,
    &app_describe_family::ACTION,
    &app_describe_firmware_update_status::ACTION,
    &app_describe_share_device_token::ACTION,
    &app_exit_family::ACTION,
    &app_gateway_unbind_device::ACTION,
    &app_get_automation_list::ACTION,
    &app_get_device_aggs_data::ACTION,
    &app_get_device_bind_token_state::ACTION,
    &app_get_device_data::ACTION,
    &app_get_device_data_history::ACTION,
    &app_get_device_in_family::ACTION,
    &app_get_device_location::ACTION,
    &app_get_device_location_history::ACTION,
    &app_get_device_statuses::ACTION,
    &app_get_family_device_list::ACTION,
    &app_get_family_list::ACTION,
    &app_get_family_member_list::ACTION,
    &app_get_family_sub_device_list::ACTION,
    &app_get_fence_event_list::ACTION,
    &app_get_fence_list::ACTION,
    &app_get_gateway_bind_device_list::ACTION,
    &app_get_messages::ACTION,
    &app_get_multi_device_bind_token_state::ACTION,
    &app_get_products::ACTION,
    &app_get_resource_download_url::ACTION,
    &app_get_resource_upload_u_r_l::ACTION,
    &app_get_room_list::ACTION,
    &app_get_scene_list::ACTION,
    &app_get_timer_list::ACTION,
    &app_get_token::ACTION,
    &app_get_token_by_wei_xin::ACTION,
    &app_get_user::ACTION,
    &app_get_user_setting::ACTION,
    &app_invite_member::ACTION,
    &app_join_family::ACTION,
    &app_kugou_device_command::ACTION,
    &app_kugou_user_command::ACTION,
    &app_list_event_history::ACTION,
    &app_list_share_device_users::ACTION,
    &app_list_user_share_devices::ACTION,
    &app_logout_user::ACTION,
    &app_modify_automation::ACTION,
    &app_modify_automation_status::ACTION,
    &app_modify_family::ACTION,
    &app_modify_family_device_room::ACTION,
    &app_modify_fence::ACTION,
    &app_modify_fence_status::ACTION,
    &app_modify_room::ACTION,
    &app_modify_scene::ACTION,
    &app_modify_timer::ACTION,
    &app_modify_timer_status::ACTION,
    &app_publish_firmware_update_message::ACTION,
    &app_publish_msg_as_device::ACTION,
    &app_publish_r_r_p_c_message::ACTION,
    &app_remove_share_device_user::ACTION,
    &app_remove_user_share_device::ACTION,
    &app_report_data_as_device::ACTION,
    &app_report_device_event::ACTION,
    &app_reset_password_by_cellphone::ACTION,
    &app_reset_password_by_email::ACTION,
    &app_run_scene::ACTION,
    &app_secure_add_device_in_family::ACTION,
    &app_send_email_verification_code::ACTION,
    &app_send_share_device_invite::ACTION,
    &app_send_share_family_invite::ACTION,
    &app_send_verification_code::ACTION,
    &app_sig_bind_device_in_family::ACTION,
    &app_sig_gateway_bind_device::ACTION,
    &app_token_bind_device_family::ACTION,
    &app_update_device_in_family::ACTION,
    &app_update_user::ACTION,
    &app_update_user_setting::ACTION,
    &iot_video_describe_cloud_storage_date::ACTION,
    &iot_video_describe_cloud_storage_events::ACTION,
    &iot_video_describe_cloud_storage_stream_data::ACTION,
    &iot_video_describe_cloud_storage_thumbnail::ACTION,
    &iot_video_describe_cloud_storage_time::ACTION,
    &iot_video_generate_signed_video_u_r_l::ACTION,
];
