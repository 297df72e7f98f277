//! Which Actions are answered, and what form their requests and answers have.
//!
//! The client's table comes first. Two Actions that other clients call before anything else stand here for as long as the
//! table has no row for them.

use iotexplorer_client::action::prelude::{Count, optional};
use iotexplorer_client::action::{self, Auth, Field, Param};

/// An Action's form.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Served {
    pub name: &'static str,
    pub auth: Auth,
    pub params: &'static [Param],
    pub output: &'static [Field],
    pub codes: &'static [&'static str],
    /// The documented answer, whose shape answers in documented style take.
    pub example: &'static str,
}

// The page says at most 50, and so does the table; the official client sends 100, and it works live.
const FAMILY_LIST_PARAMS: &[Param] = &[
    optional("Offset", Count, "How many entries to skip, from 0."),
    optional("Limit", Count, "How many entries to answer."),
];

/// The form of the Action of that name.
pub(crate) fn find(name: &str) -> Option<Served> {
    let action = action::find(name)?;
    Some(Served {
        name: action.name,
        auth: action.auth,
        params: if name == "AppGetFamilyList" {
            FAMILY_LIST_PARAMS
        } else {
            action.params
        },
        output: action.output,
        codes: action.docs.codes,
        example: action.docs.example.answer,
    })
}

impl Served {
    /// The documented code that comes nearest: the code itself, its first segment, or the plainest refusal.
    ///
    /// The pages of some Actions list few codes. An answer there keeps to them, and its Message says the rest.
    pub fn documented(&self, code: &'static str) -> &'static str {
        // Assumed of every bind, though one page only lists it: clients tell a repeated bind by it.
        const ALWAYS: &[&str] = &["InvalidAction", "UnsupportedOperation.CannotBindSameFamily"];
        let lists = |code: &str| self.codes.contains(&code);
        let category = code.split('.').next().unwrap_or(code);
        if lists(code) || ALWAYS.contains(&code) {
            code
        } else if let Some(listed) = self.codes.iter().find(|listed| **listed == category) {
            listed
        } else if lists("InvalidParameterValue") {
            "InvalidParameterValue"
        } else {
            code
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_that_the_page_does_not_list_becomes_the_nearest_one_that_it_does() {
        let sig_bind = find("AppSigBindDeviceInFamily").unwrap();
        assert_eq!(
            sig_bind.documented("InvalidParameterValue.BindDeviceSigMismatch"),
            "InvalidParameterValue"
        );
        assert_eq!(
            sig_bind.documented("ResourceNotFound.DeviceNotExist"),
            "InvalidParameterValue"
        );
        assert_eq!(
            sig_bind.documented("UnsupportedOperation.CannotBindSameFamily"),
            "UnsupportedOperation.CannotBindSameFamily"
        );
        let get_device = find("AppGetDeviceInFamily").unwrap();
        assert_eq!(
            get_device.documented("ResourceNotFound.DeviceNotExist"),
            "ResourceNotFound"
        );
        assert!(find("AppMakeCoffee").is_none());
    }
}
