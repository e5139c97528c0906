-- one row per item of the audience, with its permanent slot in the lists of ratings
select i.item_id, i.slot
from items as i
where i.fair_id = $fair and i.audience = $audience
order by i.slot;
