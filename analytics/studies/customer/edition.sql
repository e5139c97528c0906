-- one row per edition with this id: its number
select e.number from editions as e where e.edition_id = $edition;
