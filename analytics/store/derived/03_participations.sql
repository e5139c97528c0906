-- one row per edition and exhibitor that took part; rows of one import add up, a later import replaces what it names; amounts add up within one currency, that of most of the fair's rows where it is among them
insert into participations by name
with taking_part as (
    select
        p.* exclude (currency, turnover_currency), k.exhibitor_id,
        coalesce(p.currency, '') as currency,
        coalesce(p.turnover_currency, p.currency, '') as turnover_currency
    from participation_rows as p
    join live_imports as i on i.import_id = p.import_id
    join editions as e on e.edition_id = p.edition_id
    join exhibitor_keys as k on k.fair_id = e.fair_id and k.exhibitor_key = p.exhibitor_key
    where e.fair_id = $fair and e.is_held
),
summed as (
    select
        edition_id, exhibitor_id, import_id,
        sum(booth_area_sqm) as booth_area_sqm,
        any_value(booth_type) as booth_type,
        any_value(hall) as hall,
        sum(leads) as leads
    from taking_part
    group by edition_id, exhibitor_id, import_id
),
newest as (
    select
        edition_id, exhibitor_id,
        arg_max(booth_area_sqm, import_id) filter (where booth_area_sqm is not null) as booth_area_sqm,
        arg_max(booth_type, import_id) filter (where booth_type is not null) as booth_type,
        arg_max(hall, import_id) filter (where hall is not null) as hall,
        arg_max(leads, import_id) filter (where leads is not null)::integer as leads
    from summed
    group by edition_id, exhibitor_id
),
fees as (
    select edition_id, exhibitor_id, import_id, currency, count(*) as n, sum(fee) as fee
    from taking_part
    where fee is not null
    group by edition_id, exhibitor_id, import_id, currency
),
usual_of_fees as (
    select arg_max(currency, (times, currency)) as usual
    from (select currency, sum(n) as times from fees group by currency)
),
fee as (
    select
        edition_id, exhibitor_id,
        arg_max(fee, (import_id, currency = usual, n, currency)) as fee,
        nullif(arg_max(currency, (import_id, currency = usual, n, currency)), '') as currency
    from fees cross join usual_of_fees
    group by edition_id, exhibitor_id
),
turnovers as (
    select edition_id, exhibitor_id, import_id, turnover_currency, count(*) as n, sum(turnover) as turnover
    from taking_part
    where turnover is not null
    group by edition_id, exhibitor_id, import_id, turnover_currency
),
usual_of_turnovers as (
    select arg_max(turnover_currency, (times, turnover_currency)) as usual
    from (select turnover_currency, sum(n) as times from turnovers group by turnover_currency)
),
turnover as (
    select
        edition_id, exhibitor_id,
        arg_max(turnover, (import_id, turnover_currency = usual, n, turnover_currency)) as turnover,
        nullif(arg_max(turnover_currency, (import_id, turnover_currency = usual, n, turnover_currency)), '')
            as turnover_currency
    from turnovers cross join usual_of_turnovers
    group by edition_id, exhibitor_id
)
select newest.*, fee.fee, fee.currency, turnover.turnover, turnover.turnover_currency
from newest
left join fee on fee.edition_id = newest.edition_id and fee.exhibitor_id = newest.exhibitor_id
left join turnover on turnover.edition_id = newest.edition_id and turnover.exhibitor_id = newest.exhibitor_id;
