-- one row per set of items ($items): over exhibitors that rated them at an edition before the last register, how much more often they came to the next edition on file for one whole scale more (slope within editions), its squared error by exhibitor, and how many there are
with placed as (
    select r.exhibitor_id, p.edition_id, avg(p.place) as place
    from placed_ratings($slice) as p
    join chosen_responses($slice) as r on r.response_id = p.response_id
    join questions as q
        on q.edition_id = p.edition_id and q.audience = p.audience and q.slot = p.slot and not q.is_measure
    where r.exhibitor_id is not null and list_contains($items::varchar[], q.item_id)
    group by r.exhibitor_id, p.edition_id
),
pairs as (
    select
        l.exhibitor_id, l.edition_id, s.place,
        lead(l.came) over (partition by l.exhibitor_id order by l.place)::double as came_next
    from customer_lives($register) as l
    left join placed as s on s.exhibitor_id = l.exhibitor_id and s.edition_id = l.edition_id
),
centred as (
    select
        exhibitor_id,
        place - avg(place) over (partition by edition_id) as x,
        came_next - avg(came_next) over (partition by edition_id) as y
    from pairs
    where place is not null and came_next is not null
),
line as (
    select sum(x * y) / nullif(sum(x * x), 0) as slope, sum(x * x) as spread from centred
),
scores as (
    select c.exhibitor_id, sum(c.x * (c.y - c.x * line.slope)) as score, count(*) as n
    from centred as c
    cross join line
    group by c.exhibitor_id
)
select
    any_value(line.slope) as slope, count(*) as exhibitors, sum(s.n)::bigint as pairs,
    sum(s.score * s.score) / nullif(any_value(line.spread) ** 2, 0) * count(*) / nullif(count(*) - 1, 0) as variance
from scores as s
cross join line;
