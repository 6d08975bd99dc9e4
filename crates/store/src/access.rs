//! Access: who somebody is in one studio, settled once, when their session is looked up.
//!
//! Nothing outside this crate can make one. What is not within it does not exist for whoever holds it.

use chart::{Author, Role};

use crate::ids::{AccountId, MemberId, StudioId};

/// What somebody is in a studio.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StudioRole {
    /// Runs the studio: everything a coach may, and who works there.
    Owner,
    /// Coaches its members.
    Coach,
    /// A member, with a chart of their own.
    Member(MemberId),
}

impl StudioRole {
    /// Its name, as it is stored and shown in the access matrix.
    pub fn name(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Coach => "coach",
            Self::Member(_) => "member",
        }
    }

    /// The member, if it is one.
    pub(crate) fn member(self) -> Option<MemberId> {
        match self {
            Self::Owner | Self::Coach => None,
            Self::Member(member) => Some(member),
        }
    }

    /// The role that a stored name and member are.
    pub(crate) fn stored(name: &str, member: Option<&str>) -> Option<Self> {
        match (name, member) {
            ("owner", None) => Some(Self::Owner),
            ("coach", None) => Some(Self::Coach),
            ("member", Some(member)) => member.parse().ok().map(Self::Member),
            _ => None,
        }
    }
}

/// Who somebody is in one studio.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Access {
    pub(crate) account: AccountId,
    pub(crate) studio: StudioId,
    pub(crate) role: StudioRole,
}

impl Access {
    /// The studio.
    pub fn studio(&self) -> StudioId {
        self.studio
    }

    /// The account.
    pub fn account(&self) -> AccountId {
        self.account
    }

    /// The role.
    pub fn role(&self) -> StudioRole {
        self.role
    }

    /// Whether a member's chart exists for them.
    pub fn sees(&self, member: MemberId) -> bool {
        match self.role {
            StudioRole::Owner | StudioRole::Coach => true,
            StudioRole::Member(own) => own == member,
        }
    }

    /// Whether they work here.
    pub fn is_staff(&self) -> bool {
        matches!(self.role, StudioRole::Owner | StudioRole::Coach)
    }

    /// Whether it is the command line's, which no session gives.
    pub(crate) fn is_operator(&self) -> bool {
        self.account == AccountId::OPERATOR
    }

    /// As whom they write into a chart.
    pub(crate) fn author(&self, by: By, member: MemberId) -> Author {
        let account = self.account.to_string();
        let role = match (by, self.role) {
            (By::Engine, _) => Role::Engine,
            (By::Writer | By::ForMember, StudioRole::Owner | StudioRole::Coach) => Role::Coach,
            (By::Writer | By::ForMember, StudioRole::Member(_)) => Role::Member,
        };
        let for_member = by == By::ForMember && self.is_staff();
        Author { account, role, proxy_for: for_member.then(|| member.to_string()) }
    }
}

/// Whose words an entry holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// Whoever writes it.
    Writer,
    /// The member's, written down by somebody of the studio.
    ForMember,
    /// What Plumbline decided, put in force by whoever asked for it.
    Engine,
}
