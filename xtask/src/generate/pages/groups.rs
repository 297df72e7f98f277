//! The groups of Actions, in the order in which an app meets them, with the names that people read.

use super::html::Words;

/// A group as people know it.
pub struct Group {
    /// As the Actions name it.
    pub id: &'static str,
    /// Its English name.
    pub en: &'static str,
    /// Its Chinese name.
    pub zh: &'static str,
    about: (&'static str, &'static str),
}

impl Group {
    pub const fn name(&self) -> Words<'static> {
        Words::both(self.en, self.zh)
    }

    pub const fn about(&self) -> Words<'static> {
        Words::both(self.about.0, self.about.1)
    }
}

const fn group(id: &'static str, en: &'static str, zh: &'static str, about: (&'static str, &'static str)) -> Group {
    Group { id, en, zh, about }
}

/// Every group.
pub const GROUPS: &[Group] = &[
    group(
        "bind",
        "Binding",
        "绑定设备",
        (
            "From a device in its box to a device in the family. The bind flows of `Client` call these for you.",
            "让新设备加入家庭。`Client` 的绑定流程会替您调用这些接口。",
        ),
    ),
    group(
        "device",
        "Devices",
        "设备",
        (
            "The devices of a family: list, look at, rename, move and unbind them.",
            "家庭中的设备：列出、查看、改名、换房间、解绑。",
        ),
    ),
    group(
        "family",
        "Families",
        "家庭",
        (
            "A family holds rooms, devices and members. A user may belong to several.",
            "家庭包含房间、设备和成员，一个用户可以属于多个家庭。",
        ),
    ),
    group(
        "room",
        "Rooms",
        "房间",
        (
            "The rooms of a family. Room `0`, the default room, is always there.",
            "家庭中的房间。默认房间 `0` 始终存在。",
        ),
    ),
    group(
        "gateway",
        "Gateways",
        "网关与子设备",
        (
            "Sub-devices, which reach the cloud through a gateway.",
            "通过网关接入云端的子设备。",
        ),
    ),
    group(
        "control",
        "Control",
        "设备控制",
        (
            "Make a device do something: set its properties, call its actions.",
            "让设备做事：设置属性、调用行为。",
        ),
    ),
    group(
        "data",
        "Data",
        "设备数据",
        (
            "What devices report: latest values, past values, events.",
            "设备上报的内容：最新值、历史值和事件。",
        ),
    ),
    group(
        "share",
        "Sharing",
        "设备分享",
        (
            "Let another user use a device, without handing over the family.",
            "让其他用户使用某台设备，而不必加入家庭。",
        ),
    ),
    group(
        "member",
        "Members",
        "家庭成员",
        (
            "Who belongs to a family: invite, join, leave, remove.",
            "谁属于一个家庭：邀请、加入、退出、移除。",
        ),
    ),
    group(
        "message",
        "Messages",
        "消息",
        (
            "The user's inbox, and messages to a device that answers.",
            "用户的消息中心，以及需要设备回应的消息。",
        ),
    ),
    group(
        "scene",
        "Scenes",
        "场景",
        ("Several things done with one tap.", "一键执行多个动作。"),
    ),
    group(
        "automation",
        "Automations",
        "自动化",
        (
            "Actions that run by themselves when conditions hold.",
            "条件满足时自动执行动作。",
        ),
    ),
    group(
        "timer",
        "Timers",
        "云端定时",
        (
            "Property values sent to a device at a set time, by the cloud.",
            "由云端在设定的时间向设备下发属性。",
        ),
    ),
    group(
        "firmware",
        "Firmware",
        "固件升级",
        (
            "Find newer firmware, start the upgrade, follow its progress.",
            "检查新固件、开始升级、查看进度。",
        ),
    ),
    group(
        "file",
        "Files",
        "设备资源",
        (
            "Files for devices: upload, register, send, look after them.",
            "设备使用的文件：上传、登记、下发、查看状态。",
        ),
    ),
    group(
        "location",
        "Location",
        "位置与围栏",
        (
            "Where a cellular device is and was, and alarms when it leaves an area.",
            "蜂窝设备的位置与轨迹，以及越过围栏时的告警。",
        ),
    ),
    group(
        "bluetooth",
        "Bluetooth",
        "蓝牙设备",
        (
            "Speak to the cloud in the name of a device that only has Bluetooth.",
            "代替只有蓝牙的设备与云端通信。",
        ),
    ),
    group(
        "user",
        "Users",
        "用户与登录",
        (
            "Accounts, sign-in and settings. Those signed with the AppSecret belong on your server.",
            "账号、登录和设置。使用 AppSecret 签名的接口应在您的服务器上调用。",
        ),
    ),
    group(
        "other",
        "Music and video",
        "音乐与视频",
        (
            "Music services on speakers, and a camera's recordings in the cloud.",
            "音箱的音乐服务，以及摄像头的云存录像。",
        ),
    ),
];
