// Written by `cargo xtask gen`. Do not edit.

/** Constant texts, by the numbers that the module has for them. */
export const ATOMS = `AppCreateDeviceBindToken
AppGetDeviceBindTokenState
AppGetDeviceInFamily
AppGetFamilySubDeviceList
AppSigBindDeviceInFamily
AppSigGatewayBindDevice
AppTokenBindDeviceFamily
secret
pwd
=
&
value
.
_
InvalidParameterValue.FamilyDeviceCountReadError
InvalidParameterValue.TokenInfoSaveError
InvalidParameterValue.ReadTokenInfoError
***
VERIFY_LOGIN_FAIL
InvalidAccessToken
InternalError
message
name
accessToken
untyped
Message

(empty)
, 
/
0
__proto__
a finite number
a list
a plain object
a whole number: a safe number, a bigint, or decimal digits
AccessToken
Action
action
an object
AppDeviceInfo
appSecret
attempt
Base64
bind
binding
BindType
bindType
bluetooth_sigh
bluetooth_sign
bound
bssid
cmdType
Code
code
commonParams
commonParams.
confirmed
ConnId
connId
current
Data
data
deadline
delayMs
device
device-signature
DeviceId
DeviceList
DeviceName
deviceName
deviceReply
DeviceTimestamp
deviceTimestamp
durationMs
Error
error
FamilyId
familyId
flow
from -9223372036854775808 to 9223372036854775807
from 0 to 50
from 0 to 9223372036854775807
gateway
GatewayDeviceName
GatewayProductId
hmacsha1
hmacsha256
input
InvalidParameterValue.AppDeviceNotExist
InvalidParameterValue.BindDeviceNotConnected
InvalidParameterValue.TokenNotBind
it was written by another version of this package
kind
Limit
log
method
msg
no text was returned
Nonce
nonce
Offset
one of: 
other
other_sign
page
params
password
Previous_Error
ProductId
productId
productSecret
protoVersion
provision
psk
region
remainingMs
request
RequestId
requestId
ResourceNotFound
ResourceNotFound.DeviceNotExist
Response
response
retry
RoomId
sent-to-device
Signature
signature
SignMethod
signMethod
something that JSON can say
ssid
stage
State
state
status
step
text
text, a number or a boolean to be signed
TimeStamp
Timestamp
timestamp
Token
token
token-created
token-usable
Total
true or false
type
UnsupportedOperation.CannotBindSameFamily
waiting
wifi_sign
wifiConfigState
TokenLengthType
1
AliasName
IconUrl
DeviceType
CreateTime
UpdateTime
UpdateTIme`.split('\n');
