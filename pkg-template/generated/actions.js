// Written by `cargo xtask gen`. Do not edit.

/** The documented codes of each Action, as places in the table of codes; the Actions' names are the first atoms. */
export const ACTION_CODES = [
  [1, 7, 21], // AppBindSubDeviceInFamily
  [1, 7, 15, 38, 14, 11, 33, 24, 21], // AppBindUserShareDevice
  [1, 7, 21], // AppCallDeviceActionAsync
  [1, 7, 21], // AppCallDeviceActionSync
  [1, 7, 21], // AppCheckFirmwareUpdate
  [1, 7, 21], // AppControlDeviceData
  [1, 7, 21], // AppControlDeviceResource
  [1, 4, 7, 21, 28, 41], // AppCreateAutomation
  [1, 0, 5, 7, 23, 12, 30, 29], // AppCreateCellphoneUser
  [6, 7, 34, 21], // AppCreateDeviceBindToken
  [1, 7, 23, 17, 12], // AppCreateEmailUser
  [1, 7, 21], // AppCreateFamily
  [1, 4, 7, 21, 28, 50, 51, 52, 54, 43, 49], // AppCreateFence
  [1, 7, 21], // AppCreateProductResource
  [1, 7, 21], // AppCreateRoom
  [1, 4, 7, 21, 28], // AppCreateScene
  [1, 7, 21, 28], // AppCreateShareDeviceToken
  [1, 7, 21], // AppCreateTimer
  [1, 4, 7, 21, 28], // AppDeleteAutomation
  [1, 7, 21], // AppDeleteDeviceInFamily
  [1, 7, 21], // AppDeleteFamily
  [1, 7, 21], // AppDeleteFamilyMember
  [1, 4, 7, 21, 28, 50, 51, 52, 54, 43, 49, 46], // AppDeleteFence
  [1, 7, 21, 25], // AppDeleteMessage
  [1, 7, 21], // AppDeleteRoom
  [1, 4, 7, 21, 28, 63], // AppDeleteScene
  [1, 7, 21], // AppDeleteTimer
  [1, 4, 7, 21, 28], // AppDescribeAutomation
  [1, 7, 21], // AppDescribeDeviceResource
  [1, 7, 21], // AppDescribeFamily
  [1, 7, 21], // AppDescribeFirmwareUpdateStatus
  [1, 7, 24, 21], // AppDescribeShareDeviceToken
  [1, 7, 21], // AppExitFamily
  [1, 3, 7, 9, 21, 22, 10, 55, 61, 59, 43, 49, 45, 44, 50, 51, 53, 41, 42], // AppGatewayUnbindDevice
  [1, 4, 7, 21, 28], // AppGetAutomationList
  [51, 28, 45, 21], // AppGetDeviceAggsData
  [6, 7, 37, 35, 31, 21], // AppGetDeviceBindTokenState
  [1, 7, 21], // AppGetDeviceData
  [1, 7, 21], // AppGetDeviceDataHistory
  [1, 7, 21, 50, 51, 43, 48], // AppGetDeviceInFamily
  [1, 7, 21], // AppGetDeviceLocation
  [1, 7, 21], // AppGetDeviceLocationHistory
  [1, 7, 21], // AppGetDeviceStatuses
  [1, 7, 21], // AppGetFamilyDeviceList
  [1, 7, 21], // AppGetFamilyList
  [1, 7, 21], // AppGetFamilyMemberList
  [1, 2, 7, 21, 28, 55, 60, 43, 45], // AppGetFamilySubDeviceList
  [1, 4, 7, 21, 28, 50, 51, 43, 49, 46], // AppGetFenceEventList
  [1, 4, 7, 21], // AppGetFenceList
  [1, 2, 7, 21, 55, 62, 58, 43, 45, 48], // AppGetGatewayBindDeviceList
  [1, 7, 21], // AppGetMessages
  [1, 7, 21], // AppGetMultiDeviceBindTokenState
  [1, 7, 21], // AppGetProducts
  [1, 7, 21], // AppGetResourceDownloadUrl
  [1, 7, 21], // AppGetResourceUploadURL
  [1, 7, 21], // AppGetRoomList
  [1, 4, 7, 21, 28, 63], // AppGetSceneList
  [1, 7, 21], // AppGetTimerList
  [1, 0, 5, 7, 23, 39, 40], // AppGetToken
  [1, 0, 5, 7, 23, 27], // AppGetTokenByWeiXin
  [1, 7, 21], // AppGetUser
  [1, 7, 23, 21], // AppGetUserSetting
  [1, 7, 21], // AppInviteMember
  [1, 7, 21], // AppJoinFamily
  [1, 7, 21, 20, 43, 45, 49, 44, 55, 58, 61, 57, 56, 41, 42, 50, 51], // AppKugouDeviceCommand
  [1, 7, 21, 20, 43, 45, 49, 44, 55, 58, 61, 57, 56, 41, 42, 50, 51], // AppKugouUserCommand
  [1, 7, 21], // AppListEventHistory
  [1, 7, 21], // AppListShareDeviceUsers
  [1, 7, 21], // AppListUserShareDevices
  [1, 0, 5, 7, 23, 21], // AppLogoutUser
  [1, 4, 7, 21, 28, 41], // AppModifyAutomation
  [1, 4, 7, 21, 28], // AppModifyAutomationStatus
  [1, 7, 21], // AppModifyFamily
  [1, 7, 21], // AppModifyFamilyDeviceRoom
  [1, 4, 7, 21, 28, 50, 51, 52, 54, 43, 49, 46], // AppModifyFence
  [1, 4, 7, 21, 28, 50, 51, 52, 54, 43, 49, 46], // AppModifyFenceStatus
  [1, 7, 21], // AppModifyRoom
  [1, 4, 7, 21, 28, 63], // AppModifyScene
  [1, 7, 21], // AppModifyTimer
  [1, 7, 21], // AppModifyTimerStatus
  [1, 7, 21], // AppPublishFirmwareUpdateMessage
  [1, 7, 9, 21], // AppPublishMsgAsDevice
  [1, 7, 21], // AppPublishRRPCMessage
  [1, 7, 8, 28, 21], // AppRemoveShareDeviceUser
  [1, 7, 8, 21], // AppRemoveUserShareDevice
  [1, 7, 9, 21], // AppReportDataAsDevice
  [1, 7, 9, 21], // AppReportDeviceEvent
  [1, 7, 29, 32], // AppResetPasswordByCellphone
  [1, 7, 18, 32], // AppResetPasswordByEmail
  [1, 4, 7, 21, 28, 63], // AppRunScene
  [1, 7, 21], // AppSecureAddDeviceInFamily
  [1, 7, 16, 32], // AppSendEmailVerificationCode
  [1, 7, 21, 28], // AppSendShareDeviceInvite
  [1, 7, 21, 28], // AppSendShareFamilyInvite
  [1, 7, 29, 32], // AppSendVerificationCode
  [1, 7, 9, 21], // AppSigBindDeviceInFamily
  [1, 3, 7, 9, 21, 22, 10, 55, 61, 59, 43, 49, 45, 44, 50, 51, 53, 41, 42], // AppSigGatewayBindDevice
  [6, 7, 37, 35, 31, 36, 19, 21, 50, 51, 53, 43, 47, 49, 45, 41, 42, 1, 3, 4, 55, 56], // AppTokenBindDeviceFamily
  [1, 7, 21], // AppUpdateDeviceInFamily
  [1, 7, 21, 27, 29, 30, 16, 17, 12], // AppUpdateUser
  [1, 7, 23, 21], // AppUpdateUserSetting
  [6, 7, 34, 21], // IotVideoDescribeCloudStorageDate
  [6, 7, 34, 21], // IotVideoDescribeCloudStorageEvents
  [6, 7, 34, 21], // IotVideoDescribeCloudStorageStreamData
  [6, 7, 34, 21], // IotVideoDescribeCloudStorageThumbnail
  [6, 7, 34, 21], // IotVideoDescribeCloudStorageTime
  [6, 7, 34, 21], // IotVideoGenerateSignedVideoURL
];

/** The Actions that are called before sign-in, by their places. */
export const BEFORE_SIGN_IN = [8, 10, 58, 59, 87, 88, 91, 94];

/** The Actions whose answer is one page of a list, by their places. */
export const PAGED = [43, 44, 45, 46, 47, 48, 49, 55, 56, 57, 67, 68];
