-- one row per kind ('objective', 'field') and key: the objectives respondents inside the filters named ($step > 1: a part of them), the commonest first, and the profile questions with one answer
with named as (
    select unnest(list_distinct(r.objectives)) as key
    from chosen_responses($slice) as r
    where $step = 1 or hash(r.response_id) % $step = 0
),
counted as (
    select key, count(*) as n from named where key is not null group by key order by n desc, key limit $most
)
select 'objective' as kind, c.key, c.key as name_zh, c.key as name_en, c.n from counted as c
union all
select 'field', f.field_id, f.name_zh, f.name_en, 0
from profile_fields as f
where f.fair_id = $fair and f.audience = $audience and not f.is_multiple
order by kind, n desc, key;
