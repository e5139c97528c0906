-- one row per edition and group of its register (`part_of` names it; '' where none is asked for, null where it is not known) inside the filters: its exhibitors
select
    p.edition_id,
    part_of($group_by, p.industry, p.region, p.size_band, p.ownership, x.experience, null::map(varchar, varchar[])) as part,
    count(*)::bigint as exhibitors
from chosen_participations($register) as p
left join experiences($fair) as x
    on $group_by = 'experience' and x.exhibitor_id = p.exhibitor_id and x.edition_id = p.edition_id
group by p.edition_id, part
order by p.edition_id, part;
