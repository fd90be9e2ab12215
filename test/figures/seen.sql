-- A measure that observes whatever a test says.
select * from seen
