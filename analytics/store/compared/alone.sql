-- one row per row of the first import that the second does not have
select line, name, count(*) over () as all_of_them
from import_rows($first) as f
anti join import_rows($second) as s on s.name = f.name and s.occurrence = f.occurrence
order by line
limit 2000;
