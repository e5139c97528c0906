-- one row per edition of a fair, the last that has begun first
select edition_id, number, name_zh, name_en
from editions
where fair_id = $fair
order by has_begun desc, number desc;
