// Written by `cargo xtask gen`. Do not edit.

/** The documented codes of each Action, as places in the table of codes; the Actions' names are the first atoms. */
export const ACTION_CODES = [
  [5, 6, 15, 11], // AppCreateDeviceBindToken
  [5, 6, 18, 16, 14, 11], // AppGetDeviceBindTokenState
  [0, 6, 11, 27, 28, 21, 25], // AppGetDeviceInFamily
  [0, 1, 6, 11, 13, 30, 33, 21, 23], // AppGetFamilySubDeviceList
  [0, 6, 8, 11], // AppSigBindDeviceInFamily
  [0, 2, 6, 8, 11, 12, 9, 30, 34, 32, 21, 26, 23, 22, 27, 28, 29, 19, 20], // AppSigGatewayBindDevice
  [5, 6, 18, 16, 14, 17, 10, 11, 27, 28, 29, 21, 24, 26, 23, 19, 20, 0, 2, 3, 30, 31], // AppTokenBindDeviceFamily
];
