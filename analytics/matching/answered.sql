-- one row per pair of exhibitors that somebody spoke about: final where they are two firms, else (a merge undone) to be asked
with spoken as (
    select fair_id, kept_key, other_key, true as is_final
    from match_decisions
    where verdict = 'different' and undone_at is null
    union all
    select fair_id, kept_key, merged_key, false from merges where undone_at is not null
)
select one.exhibitor_id as one, other.exhibitor_id as other, bool_or(spoken.is_final) as is_final
from spoken
join exhibitor_keys as one on one.fair_id = spoken.fair_id and one.exhibitor_key = spoken.kept_key
join exhibitor_keys as other on other.fair_id = spoken.fair_id and other.exhibitor_key = spoken.other_key
where spoken.fair_id = $fair and one.exhibitor_id <> other.exhibitor_id
group by one.exhibitor_id, other.exhibitor_id;
