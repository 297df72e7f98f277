// Written by `cargo xtask gen`. Do not edit.

/** Constant texts, by the numbers that the module has for them. */
export const ATOMS = `AppCreateDeviceBindToken
AppGetDeviceBindTokenState
AppGetDeviceInFamily
AppGetFamilySubDeviceList
AppSigBindDeviceInFamily
AppSigGatewayBindDevice
AppTokenBindDeviceFamily
action

RequestId
Error
Code
Response
data
code
msg
0
Data
Message
type
requestId
attempt
status
retry
delayMs
durationMs
request
response
token
signature
gateway
FamilyId
RoomId
ProductId
DeviceName
Token
productId
deviceName
flow
stage
deadline
familyId
step
remainingMs
binding
bound
waiting
InvalidParameterValue.BindDeviceNotConnected
InvalidParameterValue.TokenNotBind
/
DeviceId
confirmed
AppDeviceInfo
UnsupportedOperation.CannotBindSameFamily
GatewayProductId
GatewayDeviceName
Offset
Limit
DeviceList
Total
ResourceNotFound
ResourceNotFound.DeviceNotExist
InvalidParameterValue.AppDeviceNotExist
token-created
no text was returned
sent-to-device
State
token-usable
Nonce
DeviceTimestamp
Signature
nonce
timestamp
.
it was written by another version of this package
Action
AccessToken
params
a plain object
commonParams
commonParams.
__proto__
something that JSON can say
a finite number
true or false
an object
a list
text
from 0 to 50
from -9223372036854775808 to 9223372036854775807
from 0 to 9223372036854775807
a whole number: a safe number, a bigint, or decimal digits
one of: 
, 
(empty)
connId
bindType
wifi_sign
bluetooth_sign
other_sign
bluetooth_sigh
signMethod
hmacsha1
hmacsha256
productSecret
psk
appSecret
input
Base64
password
pwd
secret
***
_
&
=
text, a number or a boolean to be signed
kind
device
ConnId
deviceTimestamp
Timestamp
TimeStamp
SignMethod
BindType
page
method
device-signature
provision
bind
cmdType
protoVersion
deviceReply
log
wifiConfigState
ssid
bssid
region
other
current
Previous_Error
error
state
InternalError
InvalidAccessToken
VERIFY_LOGIN_FAIL
InvalidParameterValue.ReadTokenInfoError
InvalidParameterValue.TokenInfoSaveError
InvalidParameterValue.FamilyDeviceCountReadError
untyped
accessToken
name
message
value
TokenLengthType
1
AliasName
IconUrl
DeviceType
CreateTime
UpdateTime
UpdateTIme`.split('\n');
