// Written by `cargo xtask gen`. Do not edit.

/** Action → its documented codes, as places in the table of codes. */
export const ACTIONS = {
  AppCreateDeviceBindToken: [5, 6, 15, 11],
  AppGetDeviceBindTokenState: [5, 6, 18, 16, 14, 11],
  AppGetDeviceInFamily: [0, 6, 11, 27, 28, 21, 25],
  AppGetFamilySubDeviceList: [0, 1, 6, 11, 13, 30, 33, 21, 23],
  AppSigBindDeviceInFamily: [0, 6, 8, 11],
  AppSigGatewayBindDevice: [0, 2, 6, 8, 11, 12, 9, 30, 34, 32, 21, 26, 23, 22, 27, 28, 29, 19, 20],
  AppTokenBindDeviceFamily: [5, 6, 18, 16, 14, 17, 10, 11, 27, 28, 29, 21, 24, 26, 23, 19, 20, 0, 2, 3, 30, 31],
};
