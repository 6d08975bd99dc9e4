//! Keys: one for each member, wrapped by the one key of the data folder.
//!
//! An entry is sealed with its member's key and bound to its place, so that a row cannot be moved to another chart. To erase a
//! member is to destroy the key: what copies of the database still hold can then be read by nobody. The key file is not part of
//! the database, and a backup of the one is worth nothing without the other.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;

use crate::error::StoreError;
use crate::ids::{MemberId, StudioId, random};

const KEY_BYTES: usize = 32;
const NONCE_BYTES: usize = 24;

/// The key that wraps all others.
#[derive(Clone)]
pub(crate) struct MasterKey([u8; KEY_BYTES]);

/// The key of one member.
#[derive(Clone)]
pub(crate) struct MemberKey([u8; KEY_BYTES]);

impl MasterKey {
    /// A new one.
    pub(crate) fn fresh() -> Result<Self, StoreError> {
        random().map(Self)
    }

    /// The one that these bytes are.
    pub(crate) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }

    /// Its bytes, for the key file alone.
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// By which it is told from another one; it gives nothing of the key away.
    pub(crate) fn fingerprint(&self) -> String {
        hexadecimal(&Sha256::digest([b"plumbline key file ".as_slice(), &self.0].concat()))
    }

    /// Wraps a member's key, bound to the member.
    pub(crate) fn wrap(
        &self,
        studio: StudioId,
        member: MemberId,
        key: &MemberKey,
    ) -> Result<Vec<u8>, StoreError> {
        seal(&self.0, place(studio, member, 0).as_bytes(), &key.0)
    }

    /// Unwraps a member's key.
    pub(crate) fn unwrap(
        &self,
        studio: StudioId,
        member: MemberId,
        wrapped: &[u8],
    ) -> Result<MemberKey, StoreError> {
        let unreadable = StoreError::Unreadable { member: member.0, seq: 0 };
        let bytes = open(&self.0, place(studio, member, 0).as_bytes(), wrapped);
        bytes.and_then(|it| it.try_into().ok()).map(MemberKey).ok_or(unreadable)
    }
}

impl MemberKey {
    /// A new one.
    pub(crate) fn fresh() -> Result<Self, StoreError> {
        random().map(Self)
    }

    /// Seals what stands at a place of a member's chart.
    pub(crate) fn seal(
        &self,
        (studio, member): (StudioId, MemberId),
        seq: u64,
        plain: &[u8],
    ) -> Result<Vec<u8>, StoreError> {
        seal(&self.0, place(studio, member, seq).as_bytes(), plain)
    }

    /// Opens what stands at a place of a member's chart.
    pub(crate) fn open(
        &self,
        (studio, member): (StudioId, MemberId),
        seq: u64,
        sealed: &[u8],
    ) -> Result<Vec<u8>, StoreError> {
        let plain = open(&self.0, place(studio, member, seq).as_bytes(), sealed);
        plain.ok_or(StoreError::Unreadable { member: member.0, seq })
    }
}

/// Bytes in hexadecimal digits.
pub(crate) fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// What a sealed text is bound to.
fn place(studio: StudioId, member: MemberId, seq: u64) -> String {
    format!("{studio}/{member}/{seq}")
}

fn seal(key: &[u8; KEY_BYTES], place: &[u8], plain: &[u8]) -> Result<Vec<u8>, StoreError> {
    let nonce: [u8; NONCE_BYTES] = random()?;
    let cipher = XChaCha20Poly1305::new(Key::from_slice(key));
    let sealed = cipher.encrypt(XNonce::from_slice(&nonce), Payload { msg: plain, aad: place });
    // It fails only for texts of more than 256 GB.
    let sealed = sealed.map_err(|_| StoreError::NoRandomness)?;
    Ok([nonce.as_slice(), &sealed].concat())
}

fn open(key: &[u8; KEY_BYTES], place: &[u8], sealed: &[u8]) -> Option<Vec<u8>> {
    let (nonce, sealed) = sealed.split_at_checked(NONCE_BYTES)?;
    let cipher = XChaCha20Poly1305::new(Key::from_slice(key));
    cipher.decrypt(XNonce::from_slice(nonce), Payload { msg: sealed, aad: place }).ok()
}

#[cfg(test)]
mod tests {
    use super::{MasterKey, MemberKey};
    use crate::ids::{MemberId, StudioId};
    use uuid::Uuid;

    const PLACE: (StudioId, MemberId) = (StudioId(Uuid::from_u128(1)), MemberId(Uuid::from_u128(2)));

    #[test]
    fn what_is_sealed_opens_in_its_own_place_alone() {
        let key = MemberKey::fresh().unwrap();
        let sealed = key.seal(PLACE, 3, b"words").unwrap();
        assert_eq!(key.open(PLACE, 3, &sealed).unwrap(), b"words");
        assert!(key.open(PLACE, 4, &sealed).is_err(), "another place of the chart");
        let other = (PLACE.0, MemberId(Uuid::from_u128(9)));
        assert!(key.open(other, 3, &sealed).is_err(), "another member's chart");
        assert!(MemberKey::fresh().unwrap().open(PLACE, 3, &sealed).is_err(), "another key");
    }

    #[test]
    fn a_changed_byte_is_seen() {
        let key = MemberKey::fresh().unwrap();
        let mut sealed = key.seal(PLACE, 3, b"words").unwrap();
        *sealed.last_mut().unwrap() ^= 1;
        assert!(key.open(PLACE, 3, &sealed).is_err());
        assert!(key.open(PLACE, 3, &sealed[..10]).is_err(), "cut short");
    }

    #[test]
    fn a_members_key_is_unwrapped_with_the_key_that_wrapped_it() {
        let (master, key) = (MasterKey::fresh().unwrap(), MemberKey::fresh().unwrap());
        let wrapped = master.wrap(PLACE.0, PLACE.1, &key).unwrap();
        let sealed = key.seal(PLACE, 1, b"words").unwrap();
        let again = master.unwrap(PLACE.0, PLACE.1, &wrapped).unwrap();
        assert_eq!(again.open(PLACE, 1, &sealed).unwrap(), b"words");
        assert!(MasterKey::fresh().unwrap().unwrap(PLACE.0, PLACE.1, &wrapped).is_err());
    }
}
