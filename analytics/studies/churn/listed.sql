-- one row per exhibitor listed, as on the register of the last edition chosen
select p.exhibitor_id, p.name, p.industry, p.booth_area_sqm, p.turnover
from chosen_participations($register) as p
where p.edition_id = $edition and list_contains($ids::varchar[], p.exhibitor_id);
