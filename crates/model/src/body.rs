//! Words for the body: positions, sides, muscles, spine movement.

use crate::named::named;

named! {
    /// Left, right, or both.
    "side" Side {
        /// The person's left.
        Left = "left",
        /// The person's right.
        Right = "right",
    }
}

named! {
    /// Sex, as the published norm tables divide people.
    "sex" Sex {
        /// Female.
        Female = "female",
        /// Male.
        Male = "male",
    }
}

named! {
    /// The position an exercise is done in.
    "position" Position {
        /// Lying on the back.
        Supine = "SUP",
        /// Lying on the side.
        SideLying = "SIDE",
        /// Lying on the front.
        Prone = "PRO",
        /// On hands and knees.
        Quadruped = "QUAD",
        /// Kneeling on both knees.
        Kneeling = "KNEEL",
        /// One knee down.
        HalfKneeling = "HALF_KNEEL",
        /// Sitting.
        Sitting = "SIT",
        /// Standing.
        Standing = "STD",
        /// Leaning on a bench, counter or wall with straight body.
        Incline = "INCLINE",
        /// Walking.
        Gait = "GAIT",
        /// From the floor to standing.
        Floor = "FLOOR",
        /// In water.
        Water = "WATER",
        /// On a bicycle.
        Cycle = "CYCLE",
        /// On a machine, standing.
        Machine = "MACHINE",
    }
}

named! {
    /// What the spine does in an exercise.
    "spine direction" Spine {
        /// Neutral: it stays still.
        Neutral = "N",
        /// It bends forward, small or in mid-range.
        FlexionSmall = "F_SMALL",
        /// It bends forward.
        Flexion = "F",
        /// It bends backward, small or in mid-range.
        ExtensionSmall = "E_SMALL",
        /// It bends backward.
        Extension = "E",
        /// It bends backward to the end of its range.
        ExtensionEnd = "E_END",
        /// It turns, in a small arc.
        RotationSmall = "R_SMALL",
        /// It turns.
        Rotation = "R",
        /// It bends sideways.
        LateralFlexion = "LF",
        /// It resists turning.
        AntiRotation = "ANTI_R",
        /// It resists bending sideways.
        AntiLateralFlexion = "ANTI_LF",
        /// It resists arching.
        AntiExtension = "ANTI_E",
        /// The upper back alone bends backward.
        ThoracicExtension = "THORACIC_E",
        /// The upper back alone turns.
        ThoracicRotation = "THORACIC_R",
    }
}

impl Spine {
    /// The direction in which the low back moves; none where it stays still or resists.
    pub const fn direction(self) -> Option<Direction> {
        match self {
            Self::FlexionSmall | Self::Flexion => Some(Direction::Flexion),
            Self::ExtensionSmall | Self::Extension | Self::ExtensionEnd => Some(Direction::Extension),
            Self::RotationSmall | Self::Rotation | Self::LateralFlexion => Some(Direction::RotationFrontal),
            Self::Neutral
            | Self::AntiRotation
            | Self::AntiLateralFlexion
            | Self::AntiExtension
            | Self::ThoracicExtension
            | Self::ThoracicRotation => None,
        }
    }
}

named! {
    /// The way a movement-control failure points (MT-60).
    "direction" Direction {
        /// Bending forward.
        Flexion = "flexion",
        /// Bending backward.
        Extension = "extension",
        /// Turning or shifting sideways.
        RotationFrontal = "rotation_frontal",
    }
}

named! {
    /// Muscles and tissues that a finding or an exercise may name.
    "muscle" Muscle {
        /// Deep abdominal wall.
        TransversusAbdominis = "transversus_abdominis",
        /// Rectus abdominis.
        RectusAbdominis = "rectus_abdominis",
        /// Obliques.
        Obliques = "obliques",
        /// Quadratus lumborum.
        QuadratusLumborum = "quadratus_lumborum",
        /// Erector spinae.
        ErectorSpinae = "erector_spinae",
        /// Multifidus.
        Multifidus = "multifidus",
        /// Diaphragm.
        Diaphragm = "diaphragm",
        /// Pelvic floor.
        PelvicFloor = "pelvic_floor",
        /// Gluteus maximus.
        GluteusMaximus = "gluteus_maximus",
        /// Gluteus medius and minimus.
        GluteusMedius = "gluteus_medius",
        /// Deep hip rotators and hip capsule.
        HipRotators = "hip_rotators",
        /// Adductors.
        Adductors = "adductors",
        /// Tensor fasciae latae and iliotibial band.
        TensorFasciaeLatae = "tensor_fasciae_latae",
        /// Iliopsoas and other hip flexors.
        HipFlexors = "hip_flexors",
        /// Rectus femoris.
        RectusFemoris = "rectus_femoris",
        /// Quadriceps.
        Quadriceps = "quadriceps",
        /// Hamstrings.
        Hamstrings = "hamstrings",
        /// Gastrocnemius and soleus.
        Calf = "calf",
        /// Soleus alone.
        Soleus = "soleus",
        /// Tibialis anterior and posterior.
        Tibialis = "tibialis",
        /// Peroneals.
        Peroneals = "peroneals",
        /// Pectoralis major and minor.
        Pectorals = "pectorals",
        /// Latissimus dorsi.
        Latissimus = "latissimus",
        /// Upper trapezius and levator scapulae.
        UpperTrapezius = "upper_trapezius",
        /// Middle and lower trapezius, rhomboids.
        MidLowerTrapezius = "mid_lower_trapezius",
        /// Serratus anterior.
        Serratus = "serratus",
        /// Rotator cuff.
        RotatorCuff = "rotator_cuff",
        /// Deep neck flexors.
        DeepNeckFlexors = "deep_neck_flexors",
        /// Neck extensors and suboccipitals.
        NeckExtensors = "neck_extensors",
        /// Thoracic extensors and thoracic spine mobility.
        ThoracicSpine = "thoracic_spine",
        /// Triceps.
        Triceps = "triceps",
        /// Grip.
        Grip = "grip",
        /// Shoulders.
        Shoulders = "shoulders",
        /// Sciatic nerve and its bed: mobility, never a stretch.
        SciaticNerve = "sciatic_nerve",
        /// Heart and lungs.
        HeartAndLungs = "heart_and_lungs",
        /// Balance.
        Balance = "balance",
        /// Whole body.
        WholeBody = "whole_body",
    }
}
