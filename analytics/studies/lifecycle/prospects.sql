-- one row per fair: firms inside the filters that live lists of prospects name and the register does not hold; of these, how many two lists or another show name, and of how many a contact is known (a segment holds exhibitors alone: none)
with strangers as (
    select p.*
    from prospects as p
    where p.fair_id = $fair
        and $slice['segment'] is null
        and ($slice['industries'] is null or list_contains($slice['industries']::varchar[], p.industry))
        and ($slice['regions'] is null or list_contains($slice['regions']::varchar[], p.region))
        and not exists (
            select 1 from exhibitor_keys as k where k.fair_id = p.fair_id and k.exhibitor_key = 'n:' || p.name_key
        )
        and not exists (
            select 1
            from prospect_decisions as d
            join exhibitor_keys as k on k.fair_id = d.fair_id and k.exhibitor_key = d.other_key
            where d.fair_id = p.fair_id and d.prospect_key = 'p:' || p.name_key and d.verdict = 'same' and d.undone_at is null
        )
)
select
    count(*) as firms,
    count(*) filter (where len(prospect_lists) >= 2 or len(seen_at) >= 1) as targets,
    count(contact) as reached
from strangers;
