-- one row per edition of the fair with answers inside the filters: how many
select r.edition_id, sum(r.n)::bigint as answers
from chosen_respondents($slice) as r
group by r.edition_id;
