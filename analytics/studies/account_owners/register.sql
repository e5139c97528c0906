-- one row per exhibitor of the fair: what the register says of it
select exhibitor_id, name, name_en, country, region, industry, ownership, size_band, account_owner
from exhibitors
where fair_id = $fair;
