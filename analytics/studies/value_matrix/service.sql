-- one row per exhibitor of the fair that came to one of the last three editions with a register up to the one looked at: its industry, its complaints per edition attended whose complaints are on file (null: none is), and its contacts since the edition before up to this one (null: no dates, or no such contact of anybody)
with registers as (
    select r.edition_id, r.place, coalesce(e.ends_on, e.starts_on) as day
    from registers_on_file($fair) as r
    join editions as e on e.edition_id = r.edition_id
    where r.place between $place - 2 and $place
),
complained as (
    select c.edition_id, c.exhibitor_id, count(*) as n
    from complaints as c
    join registers as r on r.edition_id = c.edition_id
    where c.fair_id = $fair and c.exhibitor_id is not null
    group by all
),
listed as (select distinct edition_id from complained),
attended as (
    select
        p.exhibitor_id,
        (sum(coalesce(c.n, 0)) filter (where l.edition_id is not null)
            / nullif(count(l.edition_id), 0))::double as complaints
    from participations as p
    join registers as r on r.edition_id = p.edition_id
    left join listed as l on l.edition_id = p.edition_id
    left join complained as c on c.edition_id = p.edition_id and c.exhibitor_id = p.exhibitor_id
    group by p.exhibitor_id
),
span as (
    select max(day) filter (where place = $place - 1) as after, max(day) filter (where place = $place) as until
    from registers
),
contacted as (
    select c.exhibitor_id, count(*)::double as n
    from contacts as c
    cross join span as s
    where c.fair_id = $fair and c.exhibitor_id is not null and c.contacted_on > s.after and c.contacted_on <= s.until
    group by c.exhibitor_id
)
select
    a.exhibitor_id, x.industry, a.complaints,
    case when exists (select 1 from contacted) then coalesce(t.n, 0) end as contacts
from attended as a
join exhibitors as x on x.fair_id = $fair and x.exhibitor_id = a.exhibitor_id
left join contacted as t on t.exhibitor_id = a.exhibitor_id;
