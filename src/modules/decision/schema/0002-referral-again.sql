-- A referral that is withdrawn before its start leaves its assessment free to carry another one (programme 4.3); two at once are
-- stopped by the lock on the case and by the domain, which sees the chain that runs.
drop index decision.one_referral_per_assessment;
create index on decision.decision (assessment_id);
