-- one row per industry inside the filters (null: not known), with its exhibitors at editions before the last chosen
select p.industry, count(*) as n
from chosen_participations($register) as p
join registers_on_file($fair) as r on r.edition_id = p.edition_id
where r.place < $last
group by p.industry
order by n desc, p.industry;
