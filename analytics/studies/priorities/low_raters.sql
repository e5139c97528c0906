-- one row per exhibitor at stake that rated one part, or an item of it, low at the edition looked at: its lowest place
select r.exhibitor_id, min(p.place) as place
from placed_ratings($slice) as p
join chosen_responses($slice) as r on r.response_id = p.response_id
where list_contains($slots::integer[], p.slot::integer) and list_contains($ids::varchar[], r.exhibitor_id)
group by r.exhibitor_id
having min(p.place) <= $low_place
order by r.exhibitor_id;
