-- one row per fair: the currency of the fair's last edition that names one
select coalesce(arg_max(e.currency, e.number) filter (where e.currency is not null), '') as currency
from editions as e
where e.fair_id = $fair;
