-- one row per edition of the fair with a register on file up to the last chosen: exhibitors inside the filters, and of how many the fee or turnover is known, in the fair's usual currency
with last_chosen as (
    select max(e.number) as number
    from editions as e
    where e.fair_id = $fair and ($editions is null or list_contains($editions::varchar[], e.edition_id))
)
select
    r.edition_id, r.number, r.place, e.name_zh, e.name_en,
    coalesce(c.currency, e.currency, '') as fee_currency,
    coalesce(c.turnover_currency, e.currency, '') as turnover_currency,
    count(p.exhibitor_id) as exhibitors, count(p.fee) as fees, count(p.turnover) as turnovers
from registers_on_file($fair) as r
join editions as e on e.edition_id = r.edition_id
cross join last_chosen
left join usual_currencies as c on c.fair_id = $fair
left join chosen_participations($slice) as p on p.edition_id = r.edition_id
where r.number <= last_chosen.number
group by all
order by r.place;
