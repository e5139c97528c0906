-- one row per exhibitor of a fair whose name, in either language, or id holds a text, and the one looked at: at most so many, those that begin with it first
select x.exhibitor_id, coalesce(x.name, x.exhibitor_id) as name, coalesce(x.name_en, '') as name_en
from exhibitors as x
where x.fair_id = $fair
    and (
        x.exhibitor_id = $current
        or contains(lower(coalesce(x.name, '')), lower($text))
        or contains(lower(coalesce(x.name_en, '')), lower($text))
        or contains(lower(x.exhibitor_id), lower($text))
    )
order by x.exhibitor_id <> $current, not starts_with(lower(coalesce(x.name, '')), lower($text)), name, x.exhibitor_id
limit $most;
