-- one row per import that has not been undone
create or replace view live_imports as
select * from imports where undone_at is null;
