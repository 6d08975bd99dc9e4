//! Checks the pre-participation policy (PP-08): another one than the default needs a clinician's signature.

use super::Raw;
use crate::raw::Signature;
use crate::raw::rule::{Moment, Policy, PolicyFile};
use crate::sign::signed;
use crate::{Fault, Files, Signed};

const FILE: &str = "screening/policy.toml";

pub(super) fn check(
    files: &Files,
    raw: &Raw,
    policy: Option<&PolicyFile>,
    signatures: &[Signature],
    faults: &mut Vec<Fault>,
) {
    if let Some(policy) = policy {
        if policy.id.as_str() != "PP-08" {
            faults.push(Fault::new(FILE, &policy.id, "the policy is signed as PP-08"));
        }
        if policy.in_force != Policy::StrictAcsm && signed(files, signatures, "PP-08") != Signed::Valid {
            let problem =
                format!("`{}` needs a clinician's signature under PP-08 as it stands", policy.in_force);
            faults.push(Fault::new(FILE, &policy.id, problem));
        }
    }
    for (path, rule) in raw.rules.iter().filter(|(_, it)| it.moment == Moment::Screen) {
        if rule.id.as_str().starts_with("PP-") && rule.policies.is_empty() {
            faults.push(Fault::new(path, &rule.id, "does not say under which policy it holds (PP-08)"));
        }
    }
}
