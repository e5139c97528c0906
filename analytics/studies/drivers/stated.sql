-- one row per edition in which anybody said how important something is
select i.edition_id, sum(i.n)::bigint as n
from chosen_items($slice) as i
where i.importance is not null
group by i.edition_id;
