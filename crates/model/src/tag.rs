//! Constraint tags: what screening says about a person that the exercise filter must respect.

use crate::named::named;

named! {
    /// A constraint tag. Tags only ever take away or reduce; see invariant 4 in ARCHITECTURE.md.
    "constraint tag" Tag {
        /// Osteoporosis, vertebral fracture or long-term steroids.
        Op = "OP",
        /// Flexion-provoked leg pain, suspected disc, early phase.
        Df = "DF",
        /// Stenosis pattern, extension-intolerant.
        St = "ST",
        /// Spondylolisthesis or pars defect, extension-intolerant.
        Sl = "SL",
        /// Pregnant, or less than twelve weeks postpartum.
        Pg = "PG",
        /// Hip replacement or severe hip osteoarthritis.
        Hr = "HR",
        /// Hip-replacement precautions still in force.
        Hx = "HX",
        /// Knee replacement or severe knee osteoarthritis.
        Kr = "KR",
        /// Anticoagulant or bleeding risk.
        Ac = "AC",
        /// Known cardiovascular disease, cleared.
        Cv = "CV",
        /// High resting blood pressure, or told to avoid straining.
        Ht = "HT",
        /// Falls risk or poor balance.
        Fall = "FALL",
        /// Shoulder-elevation limit.
        Sh = "SH",
        /// Wrist-loading limit.
        Wr = "WR",
        /// Vertigo or dizziness on change of position.
        Vt = "VT",
        /// Glaucoma, proliferative retinopathy or recent eye surgery.
        Gl = "GL",
        /// Heart-rate-limiting drug.
        Bb = "BB",
        /// Diabetes on insulin or sulfonylurea.
        Dm = "DM",
        /// Cannot get to or from the floor.
        Fl = "FL",
        /// Lumbar fusion or multi-level surgery, not fully released.
        Fu = "FU",
        /// Neck pain or arm symptoms now.
        Nk = "NK",
        /// Fluoroquinolone, current or in the last six weeks.
        Fq = "FQ",
        /// Leg pain above 5/10 now, or a leg deficit not yet reviewed.
        Lp = "LP",
    }
}
