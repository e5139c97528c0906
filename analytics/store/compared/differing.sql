-- one row per cell that two imports hold differently, of the rows both have
with both_have as (
    select f.name, f.line as first_line, s.line as second_line
    from import_rows($first) as f
    join import_rows($second) as s on s.name = f.name and s.occurrence = f.occurrence
), first_cells as (
    select b.name, b.first_line, b.second_line, c.form, c.field, c.value
    from both_have as b join import_cells($first) as c on c.line = b.first_line
), second_cells as (
    select b.name, b.first_line, b.second_line, c.form, c.field, c.value
    from both_have as b join import_cells($second) as c on c.line = b.second_line
)
select
    name, first_line, second_line, form, field, f.value as first_value, s.value as second_value,
    count(*) over () as all_of_them
from first_cells as f
full join second_cells as s using (name, first_line, second_line, form, field)
where f.value is distinct from s.value
order by first_line, form, field
limit 2000;
