-- one row per edition in which anybody said what they expected
select r.edition_id, count(*) as responses
from chosen_responses($slice) as r
where r.expected is not null
group by r.edition_id;
