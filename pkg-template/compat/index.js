// The entry `iotexplorer-client/compat`, for code that was written for qcloud-iotexplorer-appdev-sdk.
export { AppDevPlugin, AppDevSdk, AppDevSdk as default } from './sdk.js';
export * from './utils.js';
