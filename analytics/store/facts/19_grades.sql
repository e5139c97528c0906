-- one row per exhibitor and edition of the fair it came to: its grade there by the rule, from that edition and earlier ones only. `top`: the share of exhibitors whose size (fee in the fair's usual currency, else area of the stand) makes a vip from `least` editions on; `growth`: the rise of the size since the edition attended before that makes a potential one, as does coming for the first or second time
create or replace macro grades_by_rule(fair, top, least, growth) as table
with registers as (
    select edition_id, place from registers_on_file(fair)
),
came as (
    select p.exhibitor_id, r.place, r.edition_id, p.fee, p.booth_area_sqm, coalesce(p.currency, '') as currency
    from participations as p
    join registers as r on r.edition_id = p.edition_id
),
usual as (
    select mode(currency) as currency from came where fee is not null
),
known as (
    select place, 2 * count(fee) >= count(*) as has_fees from came group by place
),
sizes as (
    select
        c.exhibitor_id, c.place, c.edition_id,
        case when not k.has_fees then c.booth_area_sqm when c.currency = u.currency then c.fee end as size
    from came as c
    join known as k on k.place = c.place
    cross join usual as u
),
cuts as (
    select place, quantile_cont(size, 1 - top) as cut from sizes group by place
),
lives as (
    select
        s.*, row_number() over own as times, lag(s.size) over own as last_size,
        min(s.place) over (partition by s.exhibitor_id) as first_place
    from sizes as s
    window own as (partition by s.exhibitor_id order by s.place)
)
select
    l.exhibitor_id, l.edition_id, l.place, l.times, l.size, l.last_size, c.cut,
    case
        when l.times >= least and l.size >= c.cut then 'vip'
        when l.times <= 2 and l.first_place > 1 or l.size >= l.last_size * (1 + growth) then 'potential'
        else 'normal'
    end as grade
from lives as l
join cuts as c on c.place = l.place;

-- one row per exhibitor of the fair: its grade now, by hand where one was given, else by the rule at the last edition on file (normal where it did not come)
create or replace macro graded(fair, top, least, growth) as table
with last as (
    select max(place) as place from registers_on_file(fair)
)
select
    x.exhibitor_id, coalesce(r.grade, 'normal') as rule_grade, h.grade as hand_grade,
    coalesce(h.grade, r.grade, 'normal') as grade
from exhibitors as x
cross join last
left join grades_by_rule(fair, top, least, growth) as r on r.exhibitor_id = x.exhibitor_id and r.place = last.place
left join hand_graded as h on h.fair_id = x.fair_id and h.exhibitor_id = x.exhibitor_id
where x.fair_id = fair;
