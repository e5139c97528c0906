-- one row per edition and overall satisfaction (a place from 0 to 1, to a thousandth): exhibitors that answered and whose next edition is on file, and how many of them came to it
select p.place as edition, round(a.overall, 3) as overall, count(*) as n, count(*) filter (where p.came_back) as returned
from person_periods($slice) as p
join answering_exhibitors($slice) as a on a.edition_id = p.edition_id and a.exhibitor_id = p.exhibitor_id
where p.came_back is not null and a.overall is not null and p.place < $place
group by p.place, round(a.overall, 3)
order by all;
