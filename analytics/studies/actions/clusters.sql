-- one row per action ($cells: by action, slot and edition the pull on the effect and on the trend, the value fitted, and the item's own mean and answers): firms behind it, those that answered both times, and sums over firms of squared scores and of what each moves the changes of untouched items by
with cells as (
    select unnest($cells::struct(
        action integer, slot smallint, edition_id varchar, pull double, fitted double,
        mean double, n bigint, is_untouched boolean
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
by_item as (
    select
        c.action, o.firm, c.slot,
        sum(c.pull * (o.total - o.n * c.fitted)) as score,
        sum(case when c.is_untouched then
            case when c.edition_id = $after then 1e0 else -1e0 end * (o.total - o.n * c.mean) / c.n
        end) as change,
        bool_or(c.edition_id = $before) as is_before,
        bool_or(c.edition_id = $after) as is_after
    from own as o
    join cells as c on c.slot = o.slot and c.edition_id = o.edition_id
    group by c.action, o.firm, c.slot
),
by_firm as (
    select
        action, firm,
        sum(score) as score, sum(change) as change, sum(change * change) as change_squares,
        bool_or(is_before) and bool_or(is_after) as is_both
    from by_item
    group by action, firm
)
select
    action, count(*) as firms, count(*) filter (where is_both) as firms_both,
    sum(score * score) as score_squares,
    coalesce(sum(change_squares), 0) as change_squares,
    coalesce(sum(change * change), 0) as squared_changes
from by_firm
group by action;
