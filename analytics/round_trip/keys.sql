-- one row per key of a fair: the exhibitor it leads to now
select exhibitor_key, exhibitor_id from exhibitor_keys where fair_id = $fair;
