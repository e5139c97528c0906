-- one row per pair of exhibitors that somebody spoke about: final where they are two firms, else (a merge undone) to be asked
with opinions as (
    select fair_id, kept_key, other_key, true as is_final
    from match_decisions
    where verdict = 'different' and undone_at is null
    union all
    select fair_id, kept_key, merged_key, false from merges where undone_at is not null
)
select
    kept.exhibitor_id as kept_id,
    other.exhibitor_id as other_id,
    bool_or(opinions.is_final) as is_final
from opinions
join exhibitor_keys as kept
    on kept.fair_id = opinions.fair_id
    and kept.exhibitor_key = opinions.kept_key
join exhibitor_keys as other
    on other.fair_id = opinions.fair_id
    and other.exhibitor_key = opinions.other_key
where opinions.fair_id = $fair and kept.exhibitor_id <> other.exhibitor_id
group by kept.exhibitor_id, other.exhibitor_id;
