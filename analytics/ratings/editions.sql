-- one row per edition of the fair, in order, with the responses inside the filters other than the choice of editions; one that is still on counts as held, for people answer there
select
    e.edition_id, e.number, e.year, e.name_zh, e.name_en, e.is_held or coalesce(e.has_begun, false) as is_held, coalesce(e.currency, '') as currency, e.turnover,
    coalesce(sum(r.n), 0)::bigint as responses
from editions as e
left join chosen_respondents($slice) as r on r.edition_id = e.edition_id
where e.fair_id = $fair
group by e.edition_id, e.number, e.year, e.name_zh, e.name_en, e.is_held, e.has_begun, e.currency, e.turnover
order by e.number, e.edition_id;
