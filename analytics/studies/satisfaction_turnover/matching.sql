-- one row per slice: answers with an overall rating, those of an exhibitor on the register, who took part, declared turnover, and more than 0
select
    count(*) as rated,
    count(r.exhibitor_id) as on_register,
    count(p.exhibitor_id) as took_part,
    count(p.turnover) as declared,
    count(*) filter (where p.turnover > 0) as above_zero
from chosen_responses($slice) as r
left join chosen_participations($slice) as p on p.edition_id = r.edition_id and p.exhibitor_id = r.exhibitor_id
where r.overall is not null;
