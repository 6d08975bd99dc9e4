//! Addresses of the web, as options and files give them.

/// A web address without a slash at its end, for an option.
pub(crate) fn web_address(given: &str) -> Result<String, String> {
    let address = given.trim_end_matches('/');
    if is_web(address) {
        Ok(address.to_owned())
    } else {
        Err("it must begin with https:// or http://".to_owned())
    }
}

/// Whether an address leads to a page, and not to a script.
pub(crate) fn is_web(address: &str) -> bool {
    ["https://", "http://"].iter().any(|it| address.strip_prefix(it).is_some_and(|rest| !rest.is_empty()))
}
