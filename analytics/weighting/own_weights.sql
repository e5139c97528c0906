-- one row per import and edition whose file gives weights that count, or a column of weights without one above 0
select import_id, edition_id, name_zh, name_en, answers, usable, negative, weight, largest
from weighted_files($fair, $audience)
where usable = 0 or is_weighting
order by number, import_id;
