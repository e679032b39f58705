-- Each morning the latest assessments that allow a referral are asked for.
create index assessment_yes_by_day on assessment.assessment (on_day) where referable;
