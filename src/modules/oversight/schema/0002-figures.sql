-- The numbers that the AI act file shows: sums over everyone between two days, both counted, and how the log is kept.

-- Whom the tool was asked about, by group; a person counts by the latest time in the period. Never of a person with a protected identity.
create function oversight.assessed_groups(from_day date, to_day date, age_from integer[])
  returns table (factor text, place text, persons integer, referable integer)
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    with latest as (
      select distinct on (m.person_id) m.sex, width_bucket(m.age, age_from)::text as age_group, m.birth_region, m.education, m.disability, m.result
        from assessment.v_case_mix m join registration.v_person p on p.person_id = m.person_id and p.protection = 'none'
       where m.on_day between from_day and to_day
       order by m.person_id, m.on_day desc, m.assessment_id desc
    )
    select g.factor, g.place, count(*)::integer, count(*) filter (where l.result = 'referable')::integer
      from latest l
      cross join lateral (values ('sex', l.sex), ('ageGroup', l.age_group), ('birthRegion', l.birth_region), ('education', l.education),
                                 ('disability', case when l.disability then 'yes' else 'no' end)) g (factor, place)
     where current_setting('krom.role', true) in ('overseer', 'administrator', 'system')
     group by 1, 2;
  end;

create function oversight.tool_figures(from_day date, to_day date) returns jsonb
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select case when current_setting('krom.role', true) in ('overseer', 'administrator', 'system') then jsonb_build_object(
      'assessments', (select jsonb_build_object('made', count(*), 'persons', count(distinct m.person_id), 'automatic', count(*) filter (where m.automatic),
                               'near', count(*) filter (where m.result = 'near'), 'referable', count(*) filter (where m.result = 'referable'),
                               'far', count(*) filter (where m.result = 'far'), 'models', count(distinct m.model))
                        from assessment.v_case_mix m where m.on_day between from_day and to_day),
      'told', (select jsonb_build_object('cases', count(*), 'before', count(*) filter (where exists (
                        select 1 from registration.v_step s
                         where s.case_id = f.case_id and s.kind = 'registration.profiling-notice-given' and s.on_day <= f.first_on)))
                 from (select m.case_id, min(m.on_day) as first_on from assessment.v_case_mix m where m.on_day between from_day and to_day group by m.case_id) f),
      'answers', (select jsonb_build_object('referred', count(*) filter (where x.code is null), 'abstained', count(*) filter (where x.code is not null))
                    from oversight.v_answer x where x.on_day between from_day and to_day),
      'reviews', (select jsonb_build_object('asked', count(*), 'answered', count(a.on_day),
                           'late', count(*) filter (where coalesce(a.on_day, to_day) > (q.facts ->> 'answerBy')::date))
                    from assessment.v_step q
                    left join assessment.v_step a on a.case_id = q.case_id and a.kind = 'assessment.review-answered' and a.facts ->> 'reviewId' = q.facts ->> 'reviewId'
                   where q.kind = 'assessment.review-asked' and q.on_day between from_day and to_day),
      'log', jsonb_build_object(
        'oldest', (select to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') from platform.audit_entry e order by e.transaction_id, e.id limit 1),
        'seals', (select count(*) from platform.audit_seal s),
        'sealedEntries', (select coalesce(sum(s.entries), 0) from platform.audit_seal s),
        'unsealedEntries', (select count(*) from platform.audit_entry e
                             where e.transaction_id >= coalesce((select max(s.to_transaction) from platform.audit_seal s), '0'::xid8)),
        'lastSealedAt', (select to_char(max(s.sealed_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') from platform.audit_seal s))
    ) end;
  end;

-- Cases that chance picks for a check of the tool, by a hash that the seed decides; the same seed over the same cases picks the same.
create function oversight.cases_to_check(seed bigint, wanted integer) returns table (case_id uuid, person_id uuid, record jsonb)
  language sql stable
  begin atomic
    select c.case_id, c.person_id, to_jsonb(p) || to_jsonb(c)
      from registration.v_case c join registration.v_person p on p.person_id = c.person_id
     where not c.closed
     order by hashtextextended(c.case_id::text, seed), c.case_id limit wanted;
  end;
