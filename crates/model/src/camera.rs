//! What a camera may measure, from which side, against what.

use crate::named::named;

named! {
    /// Where the camera looks from.
    "camera view" View {
        /// From the front.
        Front = "front",
        /// From the side.
        Side = "side",
        /// From behind.
        Back = "back",
        /// From the feet of a lying person.
        FootEnd = "foot_end",
        /// From above.
        Top = "top",
    }
}

named! {
    /// What is measured; the angles are those of section 4.0 of the clinical reference.
    "measure" Measure {
        /// KF: knee flexion.
        KneeFlexion = "knee_flexion",
        /// HF: hip flexion.
        HipFlexion = "hip_flexion",
        /// HF:KF: hip flexion over knee flexion.
        HipToKneeFlexionRatio = "hip_to_knee_flexion_ratio",
        /// TI: trunk inclination from the vertical, forward positive.
        TrunkInclination = "trunk_inclination",
        /// Change of TI from the start.
        TrunkInclinationChange = "trunk_inclination_change",
        /// Sideways trunk lean.
        TrunkLean = "trunk_lean",
        /// Sideways trunk sway.
        TrunkSway = "trunk_sway",
        /// SI: shin inclination from the vertical.
        ShinInclination = "shin_inclination",
        /// TI − SI.
        TrunkMinusShinInclination = "trunk_minus_shin_inclination",
        /// SHK: angle shoulder, hip, knee.
        ShoulderHipKnee = "shoulder_hip_knee",
        /// SHA: angle shoulder, hip, ankle.
        ShoulderHipAnkle = "shoulder_hip_ankle",
        /// FPPA: frontal-plane projection angle of the knee, medial positive.
        FrontalPlaneProjection = "frontal_plane_projection",
        /// PO: pelvic obliquity.
        PelvicObliquity = "pelvic_obliquity",
        /// SHT: shoulder tilt.
        ShoulderTilt = "shoulder_tilt",
        /// Trunk length, change in per cent of the start.
        TrunkLengthChange = "trunk_length_change",
        /// Drift of the hip landmark, per cent of trunk length.
        HipDrift = "hip_drift",
        /// Rise of the hip landmark, per cent of trunk length.
        HipRise = "hip_rise",
        /// Sideways shift of the hips, per cent of body height.
        HipShift = "hip_shift",
        /// Gap between the two hips seen in depth, per cent.
        HipGap = "hip_gap",
        /// Gap between the two shoulders seen in depth, per cent.
        ShoulderGap = "shoulder_gap",
        /// Rise of the shoulders, per cent of trunk length.
        ShoulderRise = "shoulder_rise",
        /// Movement of knees or shoulders that should stay still, per cent of trunk length.
        KneeOrShoulderDrift = "knee_or_shoulder_drift",
        /// Movement of the other knee.
        OtherKneeMovement = "other_knee_movement",
        /// Shift of stacked knees, per cent.
        KneeStackShift = "knee_stack_shift",
        /// Angle of a limb from the horizontal.
        LimbFromHorizontal = "limb_from_horizontal",
        /// Angle of the thigh or limb above the line of the trunk or the floor.
        LimbAboveLine = "limb_above_line",
        /// Angle of the leg from the line of the body.
        LegAngle = "leg_angle",
        /// Turn of the shoulder line.
        ShoulderLineRotation = "shoulder_line_rotation",
        /// Separation of shoulder line and hip line.
        ShoulderHipSeparation = "shoulder_hip_separation",
        /// Angle between arm and trunk.
        ArmTrunkAngle = "arm_trunk_angle",
        /// Elbow away from the body.
        ElbowAbduction = "elbow_abduction",
        /// Elbow height relative to the shoulder, per cent of trunk length, above positive.
        ElbowAboveShoulder = "elbow_above_shoulder",
        /// Ear forward of the shoulder, angle from the vertical.
        EarForwardOfShoulder = "ear_forward_of_shoulder",
        /// Gap between chin and chest, per cent of the start.
        ChinChestGap = "chin_chest_gap",
        /// Drop of the head.
        HeadDrop = "head_drop",
        /// Angle of the foot.
        FootAngle = "foot_angle",
        /// Rise of the heel, per cent of body height.
        HeelRise = "heel_rise",
        /// Loss of ankle rise against the first repetitions, per cent.
        AnkleRiseLoss = "ankle_rise_loss",
        /// Lift of feet that should stay down, per cent of body height.
        FootLift = "foot_lift",
        /// Time of a repetition, a cycle or its lowering phase.
        PhaseTime = "phase_time",
        /// Difference between the two sides.
        SideDifference = "side_difference",
        /// Limbs that should be opposite are not (1) or are (0).
        OppositeLimbs = "opposite_limbs",
        /// Distance of the load from the shin.
        LoadFromShin = "load_from_shin",
        /// Steps off the line.
        StepOffLine = "step_off_line",
        /// Time from the lowest point to contact.
        LoweringTime = "lowering_time",
    }
}

named! {
    /// How a measure is compared with its value; a rule states when the form has failed.
    "comparison" Comparison {
        /// Above.
        Above = ">",
        /// At or above.
        AtLeast = ">=",
        /// Below.
        Below = "<",
        /// At or below.
        AtMost = "<=",
    }
}

named! {
    /// The unit of a measured value.
    "unit" Unit {
        /// Degrees.
        Degrees = "deg",
        /// Per cent of what the measure names.
        Percent = "percent",
        /// Seconds.
        Seconds = "s",
        /// Centimetres.
        Centimetres = "cm",
        /// A plain ratio.
        Ratio = "ratio",
        /// A count.
        Count = "count",
    }
}
