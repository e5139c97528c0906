-- one row per action ($cells: by action, slot and edition the pull on the effect and the value fitted): firms behind it, those that answered both times, and the sum over firms of squared scores
with cells as (
    select unnest($cells::struct(
        action integer, slot smallint, edition_id varchar, pull double, fitted double
    )[], recursive := true)
),
own as (
    select
        coalesce(r.firm, 'response ' || r.response_id) as firm, p.slot, p.edition_id,
        count(*) as n, sum(p.place) as total
    from placed_ratings($slice) as p
    join chosen_responses($slice) as r on r.response_id = p.response_id
    group by all
),
by_firm as (
    select
        c.action, o.firm,
        sum(c.pull * (o.total - o.n * c.fitted)) as score,
        bool_or(c.edition_id = $before) and bool_or(c.edition_id = $after) as is_both
    from own as o
    join cells as c on c.slot = o.slot and c.edition_id = o.edition_id
    group by c.action, o.firm
)
select
    action, count(*) as firms, count(*) filter (where is_both) as firms_both,
    sum(score * score) as score_squares
from by_firm
group by action;
