-- one row per field of the card and value that exhibitors of the fair hold, the most frequent of each field first
select field, value
from (
    unpivot (
        select country, region, industry, ownership, size_band, account_owner from exhibitors where fair_id = $fair
    ) on country, region, industry, ownership, size_band, account_owner into name field value value
)
group by field, value
qualify row_number() over (partition by field order by count(*) desc, value) <= 300
order by field, count(*) desc, value;
