//! Words for exercise: families, streams, patterns, load, limits, levels.

use crate::named::named;

named! {
    /// The family an exercise belongs to; the first letter of its id.
    "exercise family" Family {
        /// Core activation.
        Core = "core",
        /// Glute and hip.
        GluteHip = "glute_hip",
        /// Mobility and stretching.
        Mobility = "mobility",
        /// Yoga-derived.
        Yoga = "yoga",
        /// Tai chi-derived.
        TaiChi = "tai_chi",
        /// Low-impact aerobic.
        Aerobic = "aerobic",
        /// Functional patterns.
        Functional = "functional",
    }
}

named! {
    /// The stream of work an entry counts towards (EX-16).
    "stream" Stream {
        /// Strength and core.
        StrengthCore = "strength_core",
        /// Movement patterns.
        Movement = "movement",
        /// Aerobic.
        Aerobic = "aerobic",
        /// Flexibility and mind–body.
        FlexMind = "flex_mind",
        /// Balance, in addition to another stream.
        Balance = "balance",
    }
}

named! {
    /// The movement pattern an entry trains.
    "pattern" Pattern {
        /// Bending at the hips.
        Hinge = "hinge",
        /// Sitting down and standing up.
        Squat = "squat",
        /// One leg forward.
        Lunge = "lunge",
        /// Pushing.
        Push = "push",
        /// Pulling.
        Pull = "pull",
        /// Carrying.
        Carry = "carry",
        /// The trunk holds or moves under control.
        Trunk = "trunk",
        /// The trunk resists turning.
        AntiRotation = "anti_rotation",
        /// Turning from the hips.
        Rotation = "rotation",
        /// Walking and other locomotion.
        Gait = "gait",
        /// Standing on one leg or a narrow base.
        Balance = "balance",
        /// Glute and hip work that is none of the above.
        Hip = "hip",
        /// Mobility.
        Mobility = "mobility",
        /// Breathing, relaxation, mind–body.
        Breath = "breath",
    }
}

named! {
    /// Load class by spinal compression (EX-02).
    "load class" LoadClass {
        /// Below 1,500 N.
        Low = "L",
        /// 1,500 to 2,500 N.
        Medium = "M",
        /// 2,500 to 3,300 N.
        High = "H",
    }
}

named! {
    /// A way in which an entry is allowed only in a reduced form (EX-13).
    "limit" Limit {
        /// Half range, mid-range only, no added load.
        Small = "small",
        /// Hip flexion at most 90°.
        Hip90 = "hip90",
        /// Hands below shoulder height, or a step of at most 10 cm.
        Low = "low",
        /// A hand on counter, rail or chair.
        Support = "support",
        /// Knee flexion at most 45°.
        Shallow = "shallow",
        /// Seat at least 50 cm high.
        HighSeat = "high_seat",
        /// Lowest load of the level's range, effort at most 5.
        Light = "light",
        /// Hold at most 10 s, breathing freely.
        Short = "short",
        /// On the fists.
        Fists = "fists",
        /// On the forearms.
        Forearm = "forearm",
        /// On a bench.
        Bench = "bench",
        /// Standing.
        Stand = "stand",
        /// Sitting.
        Seat = "seat",
        /// Neutral to slight extension only.
        Extend = "extend",
        /// The flexion half only.
        Flex = "flex",
        /// Someone present.
        Helper = "helper",
        /// Backstroke, or front crawl with a snorkel.
        BackOrSnorkel = "back_or_snorkel",
        /// On a bed, not on the floor.
        Bed = "bed",
        /// Slow change of position.
        SlowTransitions = "slow_transitions",
        /// Only within the range that does not hurt.
        PainFreeRange = "pain_free_range",
    }
}

named! {
    /// What the position net (EX-11) needs to know of an entry beyond its position and spine direction.
    "trait" Trait {
        /// The flat hand carries body weight.
        FlatHand = "flat_hand",
        /// The arms work above shoulder height.
        Overhead = "overhead",
        /// The head is below the heart, or the hips above the head.
        HeadLow = "head_low",
        /// One leg carries the body without a hand on something.
        SingleLeg = "single_leg",
        /// Feet in line.
        Tandem = "tandem",
        /// A heavy hinge, press or carry.
        HeavyLoad = "heavy_load",
        /// Goes between lying and sitting again and again.
        PositionChanges = "position_changes",
        /// Knees on the floor carry weight.
        KneeContact = "knee_contact",
        /// Loads the calf and Achilles tendon.
        CalfLoad = "calf_load",
    }
}

named! {
    /// Equipment that an entry needs.
    "equipment" Equipment {
        /// A mat or carpet.
        Mat = "mat",
        /// A firm chair.
        Chair = "chair",
        /// A wall.
        Wall = "wall",
        /// An elastic band.
        Band = "band",
        /// A light weight, bottle or kettlebell.
        Weight = "weight",
        /// A step.
        Step = "step",
        /// A ball or pillow.
        Ball = "ball",
        /// A strap or towel.
        Strap = "strap",
        /// A stick or broom handle.
        Stick = "stick",
        /// A counter, bench or rail.
        Counter = "counter",
        /// A pool.
        Pool = "pool",
        /// An upright stationary bicycle.
        Bike = "bike",
        /// A recumbent bicycle.
        RecumbentBike = "recumbent_bike",
        /// An elliptical trainer.
        Elliptical = "elliptical",
        /// Walking poles.
        Poles = "poles",
        /// A box to lift.
        Box = "box",
        /// A bed.
        Bed = "bed",
        /// A doorway.
        Doorway = "doorway",
    }
}

named! {
    /// The dose level (EX-07).
    "training level" TrainingLevel {
        /// The gentlest.
        L1 = "L1",
        /// In between.
        L2 = "L2",
        /// The fullest.
        L3 = "L3",
    }
}

named! {
    /// How sure a finding is, in the word shown to people (WS-02).
    "confidence" Confidence {
        /// Low.
        Low = "low",
        /// Medium.
        Medium = "medium",
        /// High.
        High = "high",
    }
}
