-- one row per fair with amounts: the currency that most of its fees, and of its turnovers, are in (null: none is said)
create or replace view usual_currencies as
with counted as (
    select
        e.fair_id, coalesce(p.currency, e.currency) as currency,
        coalesce(p.turnover_currency, e.currency) as turnover_currency,
        count(p.fee) as fees, count(p.turnover) as turnovers
    from participations as p
    join editions as e on e.edition_id = p.edition_id
    where p.fee is not null or p.turnover is not null
    group by all
)
select
    fair_id,
    arg_max(currency, (fees, currency)) filter (where currency is not null and fees > 0) as currency,
    arg_max(turnover_currency, (turnovers, turnover_currency))
        filter (where turnover_currency is not null and turnovers > 0) as turnover_currency
from counted
group by fair_id;

-- one row per edition and exhibitor inside the filters that took part; amounts in another currency than most of the fair's are left empty, for they cannot be compared or added
create or replace macro chosen_participations(slice) as table
select
    e.fair_id, p.edition_id, e.number, p.exhibitor_id, x.name, x.industry, x.region, x.country, x.ownership, x.size_band,
    p.booth_area_sqm, p.booth_type,
    case when coalesce(p.currency, e.currency, c.currency) is not distinct from c.currency then p.fee end as fee,
    case
        when coalesce(p.turnover_currency, e.currency, c.turnover_currency) is not distinct from c.turnover_currency
        then p.turnover
    end as turnover,
    p.leads
from participations as p
join editions as e on e.edition_id = p.edition_id
join exhibitors as x on x.fair_id = e.fair_id and x.exhibitor_id = p.exhibitor_id
left join usual_currencies as c on c.fair_id = e.fair_id
where e.fair_id = slice['fair']
    and (slice['editions'] is null or list_contains(slice['editions']::varchar[], p.edition_id))
    and (slice['industries'] is null or list_contains(slice['industries']::varchar[], x.industry))
    and (slice['regions'] is null or list_contains(slice['regions']::varchar[], x.region))
    and (slice['segment'] is null or p.exhibitor_id in (
        select m.exhibitor_id from segment_members as m where m.segment_id = slice['segment']
    ));

-- one row per edition of a fair and currency: how many exhibitors' fees and turnovers are in it, and what these come to ('': the currency is not said)
create or replace macro amounts_by_currency(fair) as table
with long as (
    select e.edition_id, coalesce(p.currency, e.currency, '') as currency, p.fee, null::double as turnover
    from participations as p join editions as e on e.edition_id = p.edition_id
    where e.fair_id = fair and p.fee is not null
    union all
    select e.edition_id, coalesce(p.turnover_currency, e.currency, ''), null, p.turnover
    from participations as p join editions as e on e.edition_id = p.edition_id
    where e.fair_id = fair and p.turnover is not null
)
select edition_id, currency, count(fee) as fees, sum(fee) as fee, count(turnover) as turnovers, sum(turnover) as turnover
from long
group by edition_id, currency;
